# Filing for somebody who cannot: the card is read to them, and goes in only once they agree.
proxy-begin = 🤝 Help somebody else
proxy-who-question = Whom are you helping? They are:
proxy-who-neighbour = a neighbour
proxy-who-relative = a relative
proxy-who-elder = an elder of the family
proxy-who-villager = somebody in the village
proxy-who-named = { $name } ({ $who })
proxy-name-question =
    May their name be told?

    If they say yes, type it, such as “Mr Zhang”. If not, press below.
proxy-nameless = 🙈 No name
proxy-name-again = Just the name, please, and short, such as “Mr Zhang”.
proxy-topic-question = What would they like to speak about? Ask them, and fill it in as they say it.
proxy-for = 🤝 For { $who }
proxy-note-about = Fill it in as they say it: “Me” is them.
proxy-note-words = Let them say it themselves; you type or record it.
proxy-note-visibility = “My name” is theirs: { $name }.
proxy-note-review = After “Submit” you read it to them. It goes in only once they agree.

proxy-read-out = 🔊 Please read this to them:
proxy-name-untold = Name: 🙈 not told
proxy-name-signed = Name: { $name }, the committee sees it
proxy-name-filer-only = Name: { $name }, only whoever filled this in knows it
proxy-guardian = 👧 This is about a child: whoever agrees does so as its parent or guardian.
proxy-does-he-agree = It is kept for two years and can be deleted at any time. Do they agree? Nothing is sent before they do.
proxy-by-voice = 🎤 They say “I agree”
proxy-by-code = 📱 On their own phone
proxy-reopen = ✏️ Change something
proxy-too-many = { $n } cards of yours wait for consent already. Please wait for those first.
proxy-too-many-today = You have helped a lot of people today, and all of it is kept. This card is kept for you, too: press “Submit” at this time tomorrow.
proxy-half-filled = You have another half-filled card. Please finish that one first.
proxy-voice-question =
    🎤 Please let them say into your phone: “I agree.”

    Record it as a voice message and send it to me.
proxy-voice-only = Here I need a voice message: they themselves say “I agree”.
proxy-code-message =
    📱 On their own phone, please let them scan this code or open this link:
    { $url }

    Or let them type this to me on their phone: { $code }

    It works for { $days } days, once.

proxy-knock = 🤝 { $who } filled in an opinion card for you and would like you to look at it.
proxy-filer-neighbour = A neighbour
proxy-filer-relative = A relative
proxy-filer-elder = Somebody of your family
proxy-filer-villager = Somebody in the village
proxy-look = ✅ Yes, show me
proxy-no-thanks = ❌ No, thanks
proxy-yours = 🤝 { $who } filled in this card for you. Is it right?
proxy-do-you-agree = Do you agree to send it? Without you it is not sent.
proxy-agree = ✅ I agree
proxy-decline = ❌ I don't
proxy-declined = All right, it is not sent, and nothing of it is kept.
proxy-own-code = This is for them to press, not for you. If they have no phone, record their voice.
proxy-code-over = This code was used, or its time is over. Please ask whoever helped you for a new one.
proxy-code-mistyped = One character of this code seems wrong. Please look again.

proxy-is-over = This one does not wait any more.
proxy-told-confirmed = ✅ Agreed by { $who }: “{ $about }”, which you filled in, is sent.
proxy-told-receipt = Receipt { $receipt }. News of it goes to them.
proxy-told-declined = ❌ Not agreed by { $who }: “{ $topic }”, which you filled in, is not sent, and nothing of it is kept.
proxy-told-expired = ⌛ “{ $topic }” for { $who }: { $days } days without consent. It was not sent, and nothing of it is kept.
proxy-news-accepted = 👀 Somebody is dealing with “{ $about }” ({ $receipt }), which you filed for { $who }.
proxy-news-answered = 💬 There is an answer to “{ $about }” ({ $receipt }), which you filed for { $who }:
proxy-verdict-question = Please ask { $who }: is it fixed?
proxy-contentment-question = Please ask { $who }, too: are they satisfied with how it was dealt with?

proxy-mine-waiting = 🤝 Waiting for consent: { $n }. Press below to look.
proxy-mine-filed = 🤝 What you filed for others ({ $n }):
proxy-withdrawn = ↩️ They took it back
proxy-mine-owner = 🤝 { $who } filed it for you
proxy-cancelled =
    { $n ->
        [1] Stopped. One card of yours still waits for consent; it is not lost.
       *[other] Stopped. { $n } cards of yours still wait for consent; they are not lost.
    }
proxy-case = 🤝 filed for { $who }
proxy-kept =
    { $n ->
        [1] 1 that waits for consent
       *[other] { $n } that wait for consent
    }
