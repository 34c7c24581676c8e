# 村委会的频道和群，还有管理员看到的话。
link-usage =
    { $chat ->
        [channel] 这个频道
       *[group] 这个群
    }还没有连上村子。

    在这里发 /link 加村的代码，比如 /link 140822105201。不知道代码就发村名，比如 /link 乌停村，我帮您找。
link-no-code =
    “{ $code }”不是地方代码：市是 4 位数，县 6 位，乡镇 9 位，村 12 位。

    不知道代码就发村名，比如 /link 乌停村，我帮您找。
link-unknown-region =
    没有代码是 { $code } 的地方，请对一对。

    不知道代码就发村名，比如 /link 乌停村，我帮您找。
link-not-found = 没找到这个地方。请只写村名或乡镇名，比如 /link 乌停村。
link-found = 找到了这些。按一下前面那行字就能复制，再发到这里：
link-found-more = 还有 { $n } 个没列出来。请把乡镇也写上，比如 /link 高村镇乌停村。
link-not-here = 这条命令要在村委会的频道或群里发。
link-your-id = 只有管理员能办。想当管理员，请把您的 Telegram 号码发给管这个机器人的人。您的号码（按一下就能复制）：
link-confirm =
    要把{ $chat ->
        [channel] 这个频道
       *[group] 这个群
    }连到{ $region }吗？代码 { $code }。

    连上以后，那里村民的意见和通报都会发到这里。
link-confirm-instead = 现在连的是{ $region }，换了以后就收不到那里的意见了。
link-confirm-discussed =
    ⚠️ { $chat ->
        [channel] 这个频道绑了讨论群：发到频道里的，会自动转进那个群，群里的人也看得到。最好先解绑再连。
       *[group] 这个群是一个频道的讨论群：看那个频道的人都能进来看。最好另建一个群。
    }
link-confirm-who = 请管这个地方的管理员按下面的按钮，别人按了没有用。
link-confirm-yes = ✅ 连上
link-not-entitled = 只有管这个地方的管理员能连。想当管理员，请到我的私聊里发 /link，看怎么办。
link-refused-public =
    { $chat ->
        [channel] 这个频道
       *[group] 这个群
    }是公开的，谁都能看，村民的话不能发到这里。请先改成私密的，再发一次 /link。
link-refused-unseen =
    Telegram 现在不让我看{ $chat ->
        [channel] 这个频道
       *[group] 这个群
    }的设置，所以先不能连。请把我设为管理员，再发一次 /link。
link-done =
    ✅ 连上了：{ $region }

    村民点这个链接就能提意见：
    { $url }
link-done-region = ✅ 连上了：{ $region }。下面各村的意见会汇总发到这里。
link-qr = { $region }意见箱。打印出来贴在村口，手机一扫就能提意见。
link-told-linked =
    🔗 { $chat ->
        [channel] 频道
       *[group] 群
    }“{ $title }”连上了{ $after }。村民的意见从现在起也发到那里。
link-told-changed =
    🔗 { $chat ->
        [channel] 频道
       *[group] 群
    }“{ $title }”从{ $before }改连到了{ $after }。
link-told-unlinked =
    ✂️ { $chat ->
        [channel] 频道
       *[group] 群
    }“{ $title }”和{ $before }断开了，意见不再发到那里。
link-told-left =
    🚪 我不在{ $chat ->
        [channel] 频道
       *[group] 群
    }“{ $title }”里了，它和{ $before }的连接也就断了。还要用的话，请把我加回去，再发一次 /link。
link-told-by = 谁办的（Telegram 号码）：
link-told-by-you = 是您办的。

unlink-confirm =
    { $chat ->
        [channel] 这个频道
       *[group] 这个群
    }现在连着{ $region }。要断开吗？

    断开以后，意见和通报都不再发到这里，已经发的还留着。请管这个地方的管理员按下面的按钮，别人按了没有用。
unlink-confirm-yes = ✂️ 断开
unlink-done = ✂️ 断开了。{ $region }的意见不再发到这里。
unlink-not-linked =
    { $chat ->
        [channel] 这个频道
       *[group] 这个群
    }没有连着哪里。
unlink-not-entitled = 只有管这个地方的管理员能断开。

digest-usage = 请发 /digest all，给您管的每个频道各发一份通报。
digest-not-entitled =
    { $chat ->
        [channel] 只有频道的管理员能要通报。
       *[group] 只有群的管理员能要通报。您要是群管理员，请把我也设为管理员，再发一次。
    }
digest-pending = 通报正在路上，一会儿就到，不用再发。
digest-no-channels = 您管的范围里还没有连上的频道。
digest-on-its-way =
    { $n ->
       *[other] 正在发往 { $n } 个频道。
    }

cases-none = { $region }没有等着办的意见。
cases-heading = { $region }还有 { $n } 件没办完：
cases-back = ⬅ 回到清单
case-open = 📋 打开这一件
case-accept = ✅ 受理
case-answer-button = 💬 答复…
case-answer-again = 💬 再答复…
case-accepted = 受理了，村民已经知道。
case-answer-prompt = 请“回复”这一条，写下给 { $alias } 的答复。写什么，村民就看到什么；不是回复的话，村民收不到。
case-answer-reply = 刚才那句没有转给村民。要答复 { $alias }，请按住这一条，点“回复”再写。
case-answer-reply-voice = 刚才那段语音没有转给村民，语音还转不过去。要答复 { $alias }，请按住这一条，点“回复”，打字写，也可以带照片。
case-answer-late = 这一件已经答复过了，这段没有转出去。要改，请打开它，再点“再答复”。
case-answer-write = 语音和视频还转不过去，村民没有收到。请再“回复”一次那一条，打字写，也可以带照片。
case-answer-stop = ✖ 先不答复
case-answer-too-long = 答复太长了，请控制在 { $most } 个字以内。
case-answered = ✅ { $alias } 的答复已经转给村民。
case-receipt-unknown = 这里查不到回执 { $receipt }。也许写错了，也许不归这里管。
case-refused-unknown-case = 这里没有这一件。
case-refused-not-entitled = 您可以看。受理、答复要由这里的管理员来点。
case-refused-answered-meanwhile = 您写的时候，别人先答复了这一件，这段没有转给村民。要换成您的，请打开它，再点“再答复”。
case-refused-already-accepted = 这一件已经受理过了。
case-refused-already-answered = 这一件已经答复过了。
case-refused-withdrawn = 村民已经收回了这一件。
case-refused-erased = 村民已经把这一件删掉了。
case-wish = 希望：
case-answer = 答复：
case-voices = 🎤 语音 { $n } 段
case-photos = 📷 照片 { $n } 张
case-places = 📍 地图上的位置
case-history = 经过：
case-step-submitted = 交上来
case-step-accepted = 受理
case-step-answered = 答复
case-step-photos_added = 答复里加了照片
case-step-withdrawn = 村民收回了
case-step-erased = 村民删掉了
case-step-added = 村民补充了
case-step-said = { "村民说：" }
case-signed = 署名：{ $name }

help-administrator =
    管理员：
    /query 查意见
    /digest all 给各频道发通报
    /voices 用方言念给大家听
help-committee =
    这里是村委会的意见箱。

    /cases 看没办完的
    /digest 现在就发一份通报
    /link 连到一个村
    /unlink 断开

command-digest = 现在发一份通报
command-cases = 看没办完的
command-link = 连到一个村
command-unlink = 断开

query-refused-empty = 没看清要搜什么，请打几个字。
query-refused-too-long = 太长了，请只打几个字。
query-refused-gone = 这个查询放太久了，请重新发 /query。
query-refused-out-of-scope = 这个地方不归您管。

case-news-new = 📮 新意见
case-news-reopened = 🔁 村民说没解决，这一件又打开了
case-news-added = ➕ 村民补充了几句
case-added = 补充：
