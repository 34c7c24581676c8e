# What committees' channels and groups and administrators read.
link-usage =
    { $chat ->
        [channel] This channel
       *[group] This group
    } is not linked to a village yet.

    Post /link and the village's code here, such as /link 140822105201. If you don't know the code, send the name, such as /link 乌停村, and I will find it.
link-no-code =
    “{ $code }” is not the code of a place: a city has 4 digits, a county 6, a township 9, a village 12.

    If you don't know the code, send the name, such as /link 乌停村, and I will find it.
link-unknown-region =
    There is no place with the code { $code }. Please check it.

    If you don't know the code, send the name, such as /link 乌停村, and I will find it.
link-not-found = I can't find that place. Please send only the name of the village or township, such as /link 乌停村.
link-found = Here is what I found. Tap the first part of a line to copy it, and post it here:
link-found-more = { $n } more are not listed. Please add the township, such as /link 高村镇乌停村.
link-not-here = That command belongs in the committee's channel or group.
link-your-id = Only administrators can use it. To become one, send your Telegram id to whoever runs this bot. Your id (tap to copy):
link-confirm =
    Link { $chat ->
        [channel] this channel
       *[group] this group
    } to { $region }? Its code is { $code }.

    From then on, what residents say there and the digests come here.
link-confirm-instead = It is linked to { $region } now and would no longer get what is said there.
link-confirm-discussed =
    ⚠️ { $chat ->
        [channel] This channel has a discussion group: whatever is posted here goes there by itself, and everybody there can read it. Better unlink that group first.
       *[group] This group is the discussion group of a channel: whoever reads that channel can come in and read along. Better make another group.
    }
link-confirm-who = An administrator of that place has to press the button. It does nothing for anybody else.
link-confirm-yes = ✅ Link it
link-not-entitled = Only an administrator of that place can link it. To become one, send me /link in our private chat.
link-refused-public =
    Everybody can read { $chat ->
        [channel] this channel
       *[group] this group
    }, so what residents say can't go there. Please make it private first, then send /link again.
link-refused-unseen =
    Telegram doesn't let me look at the settings of { $chat ->
        [channel] this channel
       *[group] this group
    }, so I can't link it. Please make me an administrator, then send /link again.
link-done =
    ✅ Linked: { $region }

    Residents give feedback by this link:
    { $url }
link-done-region = ✅ Linked: { $region }. The feedback of all its villages comes here.
link-qr = Opinion box of { $region }. Print it, hang it up, scan it with a phone.
link-told-linked =
    🔗 The { $chat ->
        [channel] channel
       *[group] group
    } “{ $title }” was linked to { $after }. What is said there goes to it from now on.
link-told-changed =
    🔗 The { $chat ->
        [channel] channel
       *[group] group
    } “{ $title }” was linked to { $after } instead of { $before }.
link-told-unlinked =
    ✂️ The { $chat ->
        [channel] channel
       *[group] group
    } “{ $title }” is no longer linked to { $before } and gets nothing more from there.
link-told-left =
    🚪 I am no longer in the { $chat ->
        [channel] channel
       *[group] group
    } “{ $title }”, so its link to { $before } has ended. To use it again, add me back and send /link again.
link-told-by = Done by (Telegram id):
link-told-by-you = You did this.

unlink-confirm =
    { $chat ->
        [channel] This channel
       *[group] This group
    } is linked to { $region }. End the link?

    Nothing more comes here then; what was posted stays. An administrator of that place has to press the button. It does nothing for anybody else.
unlink-confirm-yes = ✂️ End the link
unlink-done = ✂️ Not linked any more. Nothing more comes here from { $region }.
unlink-not-linked =
    { $chat ->
        [channel] This channel
       *[group] This group
    } is not linked to any place.
unlink-not-entitled = Only an administrator of that place can end the link.

digest-usage = Send /digest all to post a digest in each of your channels.
digest-not-entitled =
    { $chat ->
        [channel] Only the channel's administrators can ask for a digest.
       *[group] Only the group's administrators can ask for a digest. If you are one, make me an administrator too and try again.
    }
digest-pending = A digest is on its way and will be here soon.
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
case-answer-reply-voice = That voice message did not go to the resident; voices cannot be passed on yet. To answer { $alias }, hold this message, choose “Reply” and type; photos are fine, too.
case-answer-late = This case was answered already, so this did not go out. To change the answer, open the case and press “Answer again”.
case-answer-write = Voices and films cannot be passed on yet, so the resident got nothing. Please reply to that message again and type; photos are fine, too.
case-answer-stop = ✖ Not now
case-answer-too-long = That answer is too long. Please keep it within { $most } letters.
case-answered = ✅ Your answer to { $alias } went to the resident.
case-receipt-unknown = There is no receipt { $receipt } here. Perhaps it has a slip, or it is for another office.
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
case-history = How it went:
case-step-submitted = handed in
case-step-accepted = accepted
case-step-answered = answered
case-step-photos_added = photos were added to the answer
case-step-withdrawn = taken back by the resident
case-step-erased = erased by the resident
case-step-added = something was added by the resident
case-step-said = { "The resident says: " }
case-signed = Signed: { $name }

help-administrator =
    Administrators:
    /query look through feedback
    /digest all post a digest in each channel
    /voices read the screens aloud in dialect
help-committee =
    This is the committee's opinion box.

    /cases what is still open
    /digest a digest, now
    /link link it to a village
    /unlink end the link

command-digest = A digest, now
command-cases = What is still open
command-link = Link to a village
command-unlink = End the link

query-refused-empty = I don't see what to look for. Please type a few words.
query-refused-too-long = That is too long. Please type only a few words.
query-refused-gone = That query is too old. Please send /query again.
query-refused-out-of-scope = That place is outside your area.

case-news-new = 📮 New feedback
case-news-reopened = 🔁 The resident says it is not fixed: open again
case-news-added = ➕ The resident added something
case-added = { "Added: " }
