# 村委会的频道和群，还有管理员看到的话。
link-usage =
    这个群还没有连上村子。

    请管理员在这里发：/link 加村的代码，比如 /link 140822105201
link-not-here = 这条命令要在村委会的频道或群里发。
link-unknown-region = 没有代码是 { $code } 的地方，请对一对。
link-not-entitled =
    您的 Telegram 号码是 { $id }，还不能连接。

    请把这个号码发给管理员，请他来办。
link-confirm = 要把这里连到{ $region }吗？请管理员按一下。
link-confirm-yes = ✅ 连上
link-done =
    ✅ 连上了：{ $region }

    村民点这个链接就能提意见：
    { $url }
link-done-region = ✅ 连上了：{ $region }。下面各村的意见会汇总发到这里。
link-qr = { $region }意见箱。打印出来贴在村口，手机一扫就能提意见。

digest-usage = 请发 /digest all，给您管的每个频道各发一份通报。
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
case-answer-late = 这一件已经答复过了，这段没有转出去。要改，请打开它，再点“再答复”。
case-answer-write = 请打字答复，图也行。语音还转不过去。
case-answer-stop = ✖ 先不答复
case-answer-too-long = 答复太长了，请控制在 { $most } 个字以内。
case-answered = ✅ { $alias } 的答复已经转给村民。
case-refused-unknown-case = 这里没有这一件。
case-refused-not-entitled = 您可以看。受理、答复要由这里的管理员来点。
case-refused-answered-meanwhile = 您写的时候，别人先答复了这一件，这段没有转给村民。要换成您的，请打开它，再点“再答复”。
case-refused-already-accepted = 这一件已经受理过了。
case-refused-already-answered = 这一件已经答复过了。
case-refused-withdrawn = 村民已经收回了这一件。
case-refused-erased = 村民已经把这一件删掉了。
case-wish = 盼着：
case-answer = 答复：
case-voices = 🎤 语音 { $n } 段
case-photos = 📷 照片 { $n } 张
case-places = 📍 地图上的位置
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

command-digest = 现在发一份通报
command-cases = 看没办完的
command-link = 连到一个村

query-refused-empty = 没看清要搜什么，请打几个字。
query-refused-too-long = 太长了，请只打几个字。
query-refused-gone = 这个查询放太久了，请重新发 /query。
query-refused-out-of-scope = 这个地方不归您管。

case-news-new = 📮 新意见
case-news-reopened = 🔁 村民说没解决，这一件又打开了
case-news-added = ➕ 村民补充了几句
case-added = 补充：
