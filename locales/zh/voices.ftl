# 方言语音：管理员用 /voices 一句一句念，村民点 🔊 就能听。voices-screen- 后面是画面的名字。
voices-hear = 🔊 念给我听
voices-gone = 这一段现在放不出来，请看字吧。

voices-where =
    用哪里的话念？

    录一次，那里的各村都能听。村里自己录的，本村先听自己的。
voices-whole = 🎙 { $region }
voices-other-region = 📍 换个地方
voices-overview = 🎙 { $region }：录了 { $done } 段，一共 { $all } 段。
voices-overview-hint = 一句一句念，随时能停，下回接着录。
voices-complete = 都录好了，谢谢您。
voices-begin = 🎙 开始录
voices-go-on = 🎙 接着录

voices-read = 🎤 请用方言念，发语音给我
voices-recorded = 🎙 这一段
voices-length = ✅ 录过了，{ $seconds } 秒。
voices-unusable = ⚠️ 上回发来的放不出来，请重录。
voices-kept = ✅ 上一段录好了，{ $seconds } 秒。
voices-removed = 🗑 删掉了。
voices-voice-only = 这里要语音：按住话筒说，说完松手。
voices-too-big = 这一段太大了，请念短一点。

voices-listen = 👂 听一听
voices-anew = 🔁 重录
voices-skip = ⏭ 跳过
voices-remove = 🗑 删掉
voices-stop = ✋ 停

voices-screen-consent = 👋 欢迎
voices-screen-menu = 📋 选话题
voices-screen-review = 👀 看一遍
voices-read-review = 这是您说的，请看一遍。对了就点“{ $submit }”，哪里不对就点“{ $change }”。
