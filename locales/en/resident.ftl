# What residents read: the beginning, finding a village, consent, menu, my feedback, receipt.
language-name = English
language-question = Which language would you like?
language-chosen = All right, English from now on.

consent =
    Hello! This is the opinion box of { $village }.

    What you say goes to the village, without your name unless you choose otherwise. It is kept for two years, and you can delete it at any time. The chat service is abroad.
consent-yes = ✅ Yes, let's start
consent-other-village = 🏘 Not my village

village-search =
    Which village are you from?

    Type a part of its name, in Chinese or pinyin, such as wuting.
village-step-down = 📍 Find it step by step
village-step-top = Choose where you are first.
village-step-in = Where in { $region }?
village-too-short = That is too short. Please type one or two more letters.
village-not-found = I can't find that village. Try another part of its name?
village-is-larger = That is a township or a county. Your village lies below it.
village-unknown = That village is not on the list. Please look again.
village-type-name = Please type the name of your village.
village-where = { $n } villages are called that. Where is yours?
village-which =
    { $n ->
        [1] Is it this one?
       *[other] Which one is it?
    }
village-more = More ➡

menu-question = { "What would you like to talk about? " }
menu-mine = 📋 My feedback
menu-other-village = 🏘 Another village
menu-resume = ▶ Go on: { $topic }
menu-half-filled = Your card about “{ $topic }” is not finished. Go on with it, or start a new one?
menu-anew = 🆕 Start anew, drop the old one
menu-speak = ✍️ Say something
menu-choose-first = To give feedback, choose a topic first.

mine-none = You have not given any feedback yet.
mine-heading =
    { $n ->
        [1] You gave feedback once:
       *[other] You gave feedback { $n } times:
    }
mine-status-submitted = ⏳ Waiting to be accepted
mine-status-accepted = 👀 Accepted, they are working on it
mine-status-answered = 💬 Answered
mine-status-erased = 🗑 Deleted
mine-due = 📅 An answer is due by { $day }
mine-overdue = ⏰ { $n ->
    [one] One day
   *[other] { $n } days
} late; the digest that they get says so
mine-answer = { "Answer: " }
page-before = ⬅ Previous
page-after = Next ➡

receipt-thanks = ✅ Received, thank you.
receipt-code = Receipt
receipt-use = Read it out to anybody. Type it here to see how things stand.
receipt-read-by = The committee of { $region } will read it. I'll tell you as soon as something happens.
receipt-read-by-administrators = Your village is not connected yet, so an administrator reads it first. I'll tell you as soon as something happens.
receipt-another = ✍️ Something else
receipt-unknown = I can't find that receipt. Please check it for a slip.
receipt-mistyped = One letter of that receipt seems wrong. Please look again.

help =
    I am the village's opinion box.

    /feedback say something
    /mine see what you said
    /language another language
    /privacy my data
    /cancel stop here

    Type a receipt to see how things stand.
cancel-nothing = There is nothing unfinished.
cancel-card = Your card about “{ $topic }” stops here. It has not been submitted.
something-broke = Something broke on my side, and I did not keep that. Please try again in a while.
button-is-old = That button has been used.
administrators-only = That is for administrators. You can use /feedback to say something and /mine to see what became of it.

news-accepted = 👀 What you said about “{ $about }” ({ $receipt }) was accepted. They are working on it.
news-answered = 💬 What you said about “{ $about }” ({ $receipt }) was answered:

# what Telegram shows before somebody has pressed Start (at most 512 characters), and on the bot's page (120)
bot-description =
    Something wrong with the clinic, the school or the care of the old in your village? Tell me.

    Type it, say it or send a photo; I ask one thing after the other. It goes to your village committee without your name, unless you want it told, and I bring you the answer.
bot-short-description = The village's opinion box: say what should change in care, schooling and old age, and hear what came of it.

command-feedback = Say something
command-mine = My feedback
command-language = Another language 语言
command-privacy = My data
command-help = What can I do here
command-cancel = Stop here

mine-status-closed = ✅ Closed
mine-status-reopened = 🔁 Not fixed, open again
mine-status-withdrawn = ↩️ You took it back
mine-mute = 🔕 No news, please
mine-unmute = 🔔 Tell me the news
mine-muted = All right, I will be quiet. Send /mine whenever you like.
mine-unmuted = All right, I will tell you.

own-add = ➕ Add something
own-add-prompt = What would you like to add? Type it, or send a voice message, a photo or a place.
own-add-known = 🎤 In a village everybody knows who it is by the voice or the place. Whoever would rather not be known, types.
own-add-not-taken = Here I take text, voice messages, photos and places.
own-added = Added. The committee will see it.
own-add-too-late = You took this back, so nothing can be added.
own-add-too-many = You can add to one matter { $most } times at most. For anything else please begin a new one.
own-add-too-long = That is too long. One addition can have { $most } characters at most.
own-why = What is not fixed? Type it, or send a voice message or a photo, and I pass it on.
own-withdraw = ↩️ Take it back
own-withdraw-sure = Really take it back? Then nobody works on it any more.
own-withdraw-yes = ↩️ Yes, take it back
own-withdrawn = You took it back.
own-withdraw-too-late = It has been answered, so it can't be taken back.

verdict-question = Is it fixed?
verdict-fixed = ✅ Fixed
verdict-half_fixed = 🌓 Better
verdict-not_fixed = ❌ No
verdict-cannot_tell = 🤷 Can't tell
verdict-later = ⏰ Ask me in a few days
later-promised = All right, I'll ask again in { $days } days. To say it sooner, press below.
later-question = ⏰ You wanted to be asked again about “{ $about }” ({ $receipt }). The answer was:
verdict-too-late = This one is not waiting for your word now.
contentment-question = Are you satisfied with how it was dealt with?
contentment-satisfied = 😊 Satisfied
contentment-fairly = 😐 Fairly
contentment-not_satisfied = 🙁 Not satisfied
contentment-thanks = Noted, thank you.

quick-title = 📝 Held for you, not submitted yet
quick-question = What is it about?
emergency-first = 🚨 If somebody is in danger, do not wait for me: call 120 for an ambulance, 110 for the police, 119 for a fire.
courtesy-greeting = Hello! I am here.
courtesy-thanks = You are welcome. Write whenever you like.
quick-hint = Or just write or say what is on your mind.
reminder = Your card about “{ $topic }” is not finished. Would you like to go on? It is fine if not.
rate-limited = That was too fast for me to keep. Please rest for a minute, then go on from there.
