# Somebody says what is the matter before they chose a village or agreed: they are not interrupted.
first-words-village = Good, what you said is not lost. Tell me your village first, then we go on with it.
first-words-agree = Good, what you said is not lost. Press “Yes, let's start” and we go on with it.
first-words-offer =
    { $n ->
        [1] Shall I take what you just said as your feedback?
       *[other] Shall I take your { $n } messages as your feedback?
    }
first-words-yes = ✅ Yes, take it
first-words-other = ✍️ Something else
