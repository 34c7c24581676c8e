# 帮办代办：替不方便的人填卡，念给他听，他同意了才交。
proxy-begin = 🤝 帮别人提
proxy-who-question = 您替谁提？他是您的：
proxy-who-neighbour = 邻居
proxy-who-relative = 亲戚
proxy-who-elder = 家里老人
proxy-who-villager = 同村人
proxy-who-named = { $who } { $name }
proxy-name-question =
    他愿意说出名字吗？

    愿意，就打出来，比如“张大爷”。不愿意，点下面。
proxy-nameless = 🙈 不说名字
proxy-name-again = 只打个名字就行，短一点，比如“张大爷”。
proxy-topic-question = 他想说哪方面？问问他，照他的话填。
proxy-for = 🤝 替{ $who }提
proxy-note-about = 照他的话填：“我自己”就是他本人。
proxy-note-words = 让他自己说，您打字或录音都行。
proxy-note-visibility = “我的名”就是他的名字：{ $name }。
proxy-note-review = 点“提交”以后，先念给他听，他同意了才交。

proxy-read-out = 🔊 请把这些念给他听：
proxy-name-untold = 名字：🙈 不说
proxy-name-signed = 名字：{ $name }，村干部看得到
proxy-name-filer-only = 名字：{ $name }，只有帮着填的人知道
proxy-guardian = 👧 这是孩子的事：同意，就是以孩子监护人的身份同意。
proxy-does-he-agree = 交上去以后留两年，随时能删。他同意吗？他点了头才交。
proxy-by-voice = 🎤 他说一句“我同意”
proxy-by-code = 📱 他用自己的手机点
proxy-reopen = ✏️ 再改改
proxy-too-many = 您已经有 { $n } 张在等人同意，先等等那几张。
proxy-too-many-today = 您今天帮了很多人，都记下了。这张卡给您留着，明天这个时候再点“提交”就行。
proxy-half-filled = 您手上还有一张没填完，先填完那张。
proxy-voice-question =
    🎤 请他对着手机说：“我同意。”

    您按住话筒录下来，发给我就行。
proxy-voice-only = 这里要一段语音：请他亲口说“我同意”。
proxy-code-message =
    📱 请他用自己的手机扫这个码，或点这个链接：
    { $url }

    也可以在他手机上把代码打字发给我：{ $code }

    { $days } 天里有效，用一次就没了。

proxy-knock = 🤝 { $who }替您填了一张意见卡，想请您看看。
proxy-filer-neighbour = 有位邻居
proxy-filer-relative = 有位亲戚
proxy-filer-elder = 有位家里人
proxy-filer-villager = 有位同村人
proxy-look = ✅ 好，给我看看
proxy-no-thanks = ❌ 不用了
proxy-yours = 🤝 { $who }替您填了这张卡，您看对不对：
proxy-do-you-agree = 同意交上去吗？您不点，就不交。
proxy-agree = ✅ 同意
proxy-decline = ❌ 不同意
proxy-declined = 好，这张不交，也不留。
proxy-own-code = 这一步要他本人来点，您不能替他点。他没有手机，就录一段语音。
proxy-code-over = 这个代码用过了，或者过期了。请帮您填卡的人再给一个。
proxy-code-mistyped = 这个代码好像有个字写错了，请再看一眼。

proxy-is-over = 这一张已经不在等了。
proxy-told-confirmed = ✅ { $who }同意了，您帮着提的“{ $about }”交上去了。
proxy-told-receipt = 回执 { $receipt }。以后有动静，我直接告诉他。
proxy-told-declined = ❌ { $who }没同意，您帮着填的“{ $topic }”没交，也没留下。
proxy-told-expired = ⌛ 替{ $who }填的“{ $topic }”，{ $days } 天没等到他同意，没交，也没留下。
proxy-news-accepted = 👀 您替{ $who }说的“{ $about }”（{ $receipt }）有人接了，正在办。
proxy-news-answered = 💬 您替{ $who }说的“{ $about }”（{ $receipt }）有答复：
proxy-verdict-question = 请替{ $who }问一声：解决了吗？
proxy-contentment-question = 再问问{ $who }：办得满意吗？

proxy-mine-waiting = 🤝 有 { $n } 张在等人同意，点下面看。
proxy-mine-filed = 🤝 您帮别人提的（{ $n } 条）：
proxy-withdrawn = ↩️ 他收回了
proxy-mine-owner = 🤝 { $who }帮您提的
proxy-cancelled = 先停下了。您有 { $n } 张还在等人同意，没有丢。
proxy-case = 🤝 代办（{ $who }）
proxy-kept = { $n } 张等人同意的
