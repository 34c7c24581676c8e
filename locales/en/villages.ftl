# My villages: home, the others that I follow, and their digests in the private chat.
villages-heading = 🏘 These are your villages. Press one.
villages-speaking = Next you speak for { $village }.
villages-add = ➕ Add another village
villages-ask =
    This is { $village }.

    What is it to you?
villages-follow = 👀 Follow it as well
villages-followed = 👀 You follow { $village } now. What you say next is still for the village below; to speak for this one, press “Another village”.
villages-make-home = 🏠 Make it my home village
villages-once = ✍️ Just this once
villages-is-home = This is your home village.
villages-is-followed = You follow this village.
villages-speak = ✍️ Speak for this village
villages-unfollow = ✖️ Stop following
villages-digest-on = 🔔 Send me the weekly digest
villages-digest-off = 🔕 No more digests
villages-digest-comes = 🔔 Its digest comes to you.
villages-too-many = You can follow { $n } villages. Take one off before you add another.
villages-digest-title = { $village } · { $dates }
villages-digest-few = Fewer than { $n } people spoke up. With so few, figures are not told, so that nobody can be guessed.
villages-digest-total = { $people } residents said { $submissions } things.
villages-digest-answered = You said → we did: { $count } of them are answered.
villages-digest-fixed = { $count } are fixed, as the residents themselves say.
villages-digest-settings = ⚙️ This village
