# 同意、收回同意、监护人、谁看过名字。要念得顺口，一屏不超过 120 个字。
posted-gone = （本人已删除）
posted-answer-gone = （随原话一起删了）
posted-name-gone = （本人已收回）

privacy-me-too = { $endorsements } 次“我也是”
privacy-more = 📋 还留着什么
privacy-looks = 👀 谁看过我的名字
privacy-withdraw = ✋ 收回同意
privacy-back = ⬅ 返回
privacy-withdrawn-on = 您 { $day }收回了同意。

more-heading = 📋 另外还留着：
more-followed = 👀 关注的村子：{ $list }
more-digests = 📰 发给您的村里周报：{ $n } 份
more-looks = 🪪 名字被看过：{ $n } 次
more-queries = 🔎 您查过的：{ $n } 个
more-committee = 🗂 您在村委会这边办事的记录：{ $n } 条
more-language = 🌐 语言：{ $name }
more-language-of-phone = 跟着您的手机
more-news = 🔔 消息：照常发给您
more-muted = 🔕 消息：您说了不要发
more-guardian = 👧 您是 { $day }以监护人的身份同意的
more-telegram = 💬 您在 Telegram 里的编号，好给您回话

looks-heading = 👀 谁看过您的名字，听过您的语音
looks-none = 还没有人看过您的名字，也没人听过您的语音、看过照片。您选了“署我的名”，办事的人才看得到。
looks-case = { $day } { $office } 看了 { $case }
looks-news = { $day } { $office } 收到了 { $case }
looks-digest = { $day } { $office } 在通报里看到 { $case }
looks-files = { $day } { $office } 听了、看了 { $case } 的语音、照片或位置
looks-query = { $day } { $office } 查到了 { $case }
looks-office-all = 管理员

withdraw-sure = 收回以后，不再收您的话，也不再给您发消息。说过的还留着，不带名字；没填完的就不要了。想全删掉，请按“全部删掉”。
withdraw-yes = ✋ 对，收回
withdraw-no = ⬅ 先不收回
withdraw-done = 收回了。不再给您发消息，署过的名字也拿掉了。哪天还想说，发 /start，再同意一回就行。

guardian-question = 👧 这是孩子的事。您是孩子的父母或监护人吗？是的话，按“提交”就算您同意记下。请别写孩子的名字。
guardian-submit = ✅ 提交（我是孩子的监护人，同意）
guardian-not = 🙋 我不是孩子的监护人
guardian-why = 孩子的事，要监护人同意才能记。您可以请孩子的爸妈来说，也可以改成说别人或全村的事。

privacy-erased-unknown = 有 { $n } 份周报，不知道当时发出去没有；要是发了，我拿不回来。
