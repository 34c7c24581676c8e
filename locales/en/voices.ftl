# Read aloud: an administrator records screen by screen with /voices, residents press 🔊. voices-screen- goes on with the screen.
voices-hear = 🔊 Read it to me
voices-gone = This can't be played right now. Please read it.

voices-where =
    In the speech of which place?

    Record once, and every village there can listen. A village's own recording comes first in that village.
voices-whole = 🎙 { $region }
voices-other-region = 📍 Another place
voices-overview = 🎙 { $region }: { $done } of { $all } recorded.
voices-overview-hint = Read one after the other. Stop any time and go on later.
voices-complete = All of it is recorded. Thank you.
voices-begin = 🎙 Begin
voices-go-on = 🎙 Go on

voices-read = 🎤 Please read this aloud and send it as a voice message
voices-recorded = 🎙 This one
voices-length = ✅ Recorded, { $seconds } s.
voices-unusable = ⚠️ What came last time can't be played. Please record it again.
voices-kept = ✅ The last one is recorded, { $seconds } s.
voices-removed = 🗑 Removed.
voices-voice-only = A voice message, please: hold the microphone, speak, let go.
voices-too-big = That is too big. Please make it shorter.

voices-listen = 👂 Listen
voices-anew = 🔁 Again
voices-skip = ⏭ Skip
voices-remove = 🗑 Remove
voices-stop = ✋ Stop

voices-screen-consent = 👋 Welcome
voices-screen-menu = 📋 Topics
voices-screen-review = 👀 Review
voices-read-review = This is what you said. Is it right? Then press “{ $submit }”. If not, press “{ $change }”.
