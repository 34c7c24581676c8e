# 村民看到的话：开头、找村、同意、菜单、我提过的、回执。
language-name = 中文
language-question = 想用哪种话？
language-chosen = 好，以后都用中文。

consent =
    您好！这里是{ $village }的意见箱。

    您说的会交给村里办，您不愿意，就不说您是谁。保存两年，随时能删。聊天服务器在国外。
consent-yes = ✅ 好，开始
consent-other-village = 🏘 不是我的村

village-search =
    您是哪个村的？

    打出村名里的几个字就行，比如“乌停”，打拼音也行。
village-step-down = 📍 一级一级地找
village-step-top = 先选您在的地方。
village-step-in = 在{ $region }的哪里？
village-too-short = 字太少了，请多打一两个字。
village-not-found = 没找到这个村，换几个字再试试？
village-is-larger = 这是个乡镇或县，村子在它下面。
village-unknown = 这个村不在名单里，请再找一下。
village-type-name = 请打字写出村名，这里听不了语音，也看不了图。
village-where = 叫这个名的有 { $n } 个村。您的村在哪里？
village-which =
    { $n ->
        [1] 是这个村吗？
       *[other] 是哪一个？
    }
village-more = 再看几个 ➡

menu-question = 想说哪方面？
menu-mine = 📋 我提过的
menu-other-village = 🏘 换个村
menu-resume = ▶ 接着填：{ $topic }
menu-half-filled = 您有一张“{ $topic }”还没填完。接着填，还是换一个重新来？
menu-anew = 🆕 重新来，那张不要了
menu-speak = ✍️ 说件事
menu-choose-first = 想提意见，先选一个话题。

mine-none = 您还没有提过意见。
mine-heading = 您提过 { $n } 条意见：
mine-status-submitted = ⏳ 还没人接
mine-status-accepted = 👀 有人接了，正在办
mine-status-answered = 💬 有答复了
mine-status-erased = 🗑 已经删掉
mine-due = 📅 最晚 { $day }给您答复
mine-overdue = ⏰ 已经晚了 { $n } 天，发给他们的通报里会催
mine-answer = 答复：
page-before = ⬅ 上一页
page-after = 下一页 ➡

receipt-thanks = ✅ 收到了，谢谢您。
receipt-code = 回执
receipt-use = 念给谁听都行；打字发给我，就能看办到哪一步。
receipt-read-by = { $region }的干部会看到。有动静，我马上告诉您。
receipt-read-by-administrators = 您村里还没人接上，先由管理员看。有动静，我马上告诉您。
receipt-another = ✍️ 再说一件
receipt-unknown = 这个回执我查不到。请对一对，看有没有写错。
receipt-mistyped = 这个回执好像有个字写错了，请再看一眼。

help =
    我是村里的意见箱。

    /feedback 说件事
    /mine 看我提过的
    /language 换一种话
    /privacy 我的信息
    /cancel 先停下

    把回执发给我，就能看办到哪一步。
cancel-nothing = 现在没有没填完的。
cancel-card = “{ $topic }”这张先停在这里，还没交上去。
something-broke = 我这边出了点毛病，刚才这一下没记住。请过一会儿再来一次。
button-is-old = 这个按钮用过了。
administrators-only = 这一项是给管理员用的。您可以用 /feedback 说件事，用 /mine 看结果。

news-accepted = 👀 您说的“{ $about }”（{ $receipt }）有人接了，正在办。
news-answered = 💬 您说的“{ $about }”（{ $receipt }）有答复：

# what Telegram shows before somebody has pressed Start (at most 512 characters), and on the bot's page (120)
bot-description =
    看病、上学、养老，村里有什么不好办的，在这儿跟我说一声。

    打字、说话、拍照都行，不会填也没关系，一步一步问您。默认不写名字，交给村里办，有了答复马上告诉您。
bot-short-description = 村里的意见箱：看病、上学、养老的事，说一声就有人办，有了答复告诉您。

command-feedback = 说件事
command-mine = 我提过的
command-language = 换一种话 Language
command-privacy = 我的信息
command-help = 能做什么
command-cancel = 先停下


mine-status-closed = ✅ 办完了
mine-status-reopened = 🔁 没解决，又打开了
mine-status-withdrawn = ↩️ 您收回了
mine-mute = 🔕 别发消息
mine-unmute = 🔔 有动静告诉我
mine-muted = 好，不打扰您了。想看随时发 /mine。
mine-unmuted = 好，有动静就告诉您。

own-add = ➕ 补充几句
own-add-prompt = 想补充什么？打字、发语音、照片或位置都行。
own-add-known = 🎤 语音和位置，村里人一听一看就知道是谁。不想让人知道，就打字。
own-add-not-taken = 这里我收文字、语音、照片和位置。
own-added = 补上了，村里会看到。
own-add-too-late = 这条您已经收回了，补不上了。
own-add-too-many = 一件事最多补充 { $most } 次。还有别的，请再说一件。
own-add-too-long = 太长了，收不下。一次补充最多 { $most } 个字。
own-why = 哪里没解决？打字、发语音或照片都行，我转给村里。
own-withdraw = ↩️ 收回
own-withdraw-sure = 真的收回吗？收回后村里就不办了。
own-withdraw-yes = ↩️ 收回，不用办了
own-withdrawn = 收回了。
own-withdraw-too-late = 已经有答复了，收不回了。

verdict-question = 解决了吗？
verdict-fixed = ✅ 解决了
verdict-half_fixed = 🌓 好一些
verdict-not_fixed = ❌ 没有
verdict-cannot_tell = 🤷 说不准
verdict-later = ⏰ 过几天再问我
later-promised = 好，{ $days } 天后再问您。想早点说，点下面的就行。
later-question = ⏰ 您让我过几天再问：“{ $about }”（{ $receipt }）当时的答复是：
verdict-too-late = 这一件现在不用您说解决没解决。
contentment-question = 办得满意吗？
contentment-satisfied = 😊 满意
contentment-fairly = 😐 基本满意
contentment-not_satisfied = 🙁 不满意
contentment-thanks = 记下了，谢谢您。

quick-title = 📝 先给您放着，还没交
quick-question = 说的是哪方面？
emergency-first = 🚨 人要是有危险，别等我回话：先打 120 叫救护车，打 110 报警，着火打 119。
courtesy-greeting = 您好！我在呢。
courtesy-thanks = 不客气，有事随时说。
quick-hint = 直接发一句话、一段语音也行。
reminder = 您有一张“{ $topic }”还没填完，要接着填吗？不填也没关系。
rate-limited = 您发得太快，我跟不上了。请歇一分钟，再从刚才那里接着说。
