# Consent and taking it back, the guardian, who looked at a name. To be read aloud with ease.
posted-gone = (erased by its author)
posted-answer-gone = (gone with what it answers)
posted-name-gone = (taken back)

privacy-me-too = { $endorsements ->
    [one] 1 "me too"
   *[other] { $endorsements } times "me too"
  }
privacy-more = 📋 What else is kept
privacy-looks = 👀 Who looked at my name
privacy-withdraw = ✋ Take back my consent
privacy-back = ⬅ Back
privacy-withdrawn-on = You took your consent back on { $day }.

more-heading = 📋 Also kept:
more-followed = 👀 Villages that you follow: { $list }
more-digests = 📰 Village digests sent to you: { $n }
more-looks = 🪪 Looks at your name: { $n }
more-queries = 🔎 Questions that you asked with /query: { $n }
more-committee = 🗂 Records of what you did for a committee: { $n }
more-language = 🌐 Language: { $name }
more-language-of-phone = that of your phone
more-news = 🔔 News: sent to you
more-muted = 🔕 News: you asked for none
more-guardian = 👧 You agreed as a guardian on { $day }
more-telegram = 💬 Your number with Telegram, to answer you

looks-heading = 👀 Who looked at your name, or listened to your voice
looks-none = Nobody has looked at your name or listened to what you sent. Only where you chose "with my name" can those who deal with it see it.
looks-case = { $day }: { $office } looked at { $case }
looks-news = { $day }: { $office } received { $case }
looks-digest = { $day }: { $office } saw { $case } in a digest
looks-files = { $day }: { $office } opened the voices, photos or places of { $case }
looks-query = { $day }: { $office } found { $case }
looks-office-all = the administrators

withdraw-sure = From then on nothing more is taken from you or sent to you. What you said stays, without your name; a half-filled card goes. To have it all gone, choose "Erase everything".
withdraw-yes = ✋ Yes, take it back
withdraw-no = ⬅ Not now
withdraw-done = Taken back. Nothing more will be sent to you, and your name is gone from what you signed. If you ever want to speak again, send /start and agree once more.

guardian-question = 👧 This is about a child. Are you its parent or guardian? If so, by submitting you agree that it is kept. Please do not write the child's name.
guardian-submit = ✅ Submit (I am the child's guardian and agree)
guardian-not = 🙋 I am not the guardian
guardian-why = What is about a child can only be kept if its guardian agrees. Its parents can say it, or you can make it about somebody else or the whole village.

privacy-erased-unknown = { $n ->
    [one] Of 1 digest nobody knows whether it was posted; if it was, it cannot be taken back.
   *[other] Of { $n } digests nobody knows whether they were posted; if they were, they cannot be taken back.
  }
