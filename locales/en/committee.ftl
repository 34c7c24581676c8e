# What committees' channels and groups and administrators read.
link-usage =
    This group is not linked to a village yet.

    An administrator can post here: /link and the village’s code, such as /link 140822105201
link-not-here = That command belongs in the committee’s channel or group.
link-unknown-region = There is no place with the code { $code }. Please check it.
link-not-entitled =
    Your Telegram id is { $id }. You can’t link yet.

    Please send this id to an administrator and ask them to do it.
link-confirm = Link this chat to { $region }? An administrator, please press.
link-confirm-yes = ✅ Link it
link-done =
    ✅ Linked: { $region }

    Residents give feedback by this link:
    { $url }
link-done-region = ✅ Linked: { $region }. The feedback of all its villages comes here.
link-qr = Opinion box of { $region }. Print it, hang it up, scan it with a phone.

digest-usage = Send /digest all to post a digest in each of your channels.
digest-no-channels = No channel is linked in your scope yet.
digest-on-its-way =
    { $n ->
        [1] On its way to 1 channel.
       *[other] On its way to { $n } channels.
    }

cases-none = Nothing is waiting in { $region }.
cases-heading =
    { $n ->
        [1] 1 case is open in { $region }:
       *[other] { $n } cases are open in { $region }:
    }
cases-back = ⬅ Back to the list
case-open = 📋 Open it
case-accept = ✅ Accept
case-answer-button = 💬 Answer…
case-answer-again = 💬 Answer again…
case-accepted = Accepted. The resident knows.
case-answer-prompt = Please reply to this message with your answer to { $alias }. The resident sees exactly what you write, and nothing that is not a reply.
case-answer-reply = What you just wrote did not go to the resident. To answer { $alias }, hold this message, choose “Reply” and write.
case-answer-late = This case was answered already, so this did not go out. To change the answer, open the case and press “Answer again”.
case-answer-write = Please type the answer; photos are fine, too. A voice message cannot be passed on yet.
case-answer-stop = ✖ Not now
case-answer-too-long = That answer is too long. Please keep it within { $most } letters.
case-answered = ✅ Your answer to { $alias } went to the resident.
case-refused-unknown-case = There is no such case here.
case-refused-not-entitled = You can read this. Accepting and answering is for the administrators of this chat.
case-refused-answered-meanwhile = While you were writing, somebody else answered this case, so yours did not go to the resident. To replace it, open the case and press “Answer again”.
case-refused-already-accepted = That case was accepted already.
case-refused-already-answered = That case was answered already.
case-refused-withdrawn = The resident has taken it back.
case-refused-erased = The resident has deleted it.
case-wish = { "What would help: " }
case-answer = { "Answer: " }
case-voices = 🎤 { $n ->
    [one] a voice message
   *[other] { $n } voice messages
}
case-photos = 📷 { $n ->
    [one] a photo
   *[other] { $n } photos
}
case-places = 📍 a place on the map
case-signed = Signed: { $name }

help-administrator =
    Administrators:
    /query look through feedback
    /digest all post a digest in each channel
    /voices read the screens aloud in dialect
help-committee =
    This is the committee’s opinion box.

    /cases what is still open
    /digest a digest, now
    /link link it to a village

command-digest = A digest, now
command-cases = What is still open
command-link = Link to a village

query-refused-empty = I don’t see what to look for. Please type a few words.
query-refused-too-long = That is too long. Please type only a few words.
query-refused-gone = That query is too old. Please send /query again.
query-refused-out-of-scope = That place is outside your area.

case-news-new = 📮 New feedback
case-news-reopened = 🔁 The resident says it is not fixed: open again
case-news-added = ➕ The resident added something
case-added = { "Added: " }
