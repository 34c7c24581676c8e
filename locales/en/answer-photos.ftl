# Photos that a committee sends with its answer, and that the resident sees.
answer-photos-may-follow = Photos? Reply to this with them within five minutes.
answer-photos-with-it =
    { $n ->
        [one] 📷 With one photo. More may follow.
       *[other] 📷 With { $n } photos. More may follow.
    }
answer-photos-wait =
    { $n ->
        [one] 📷 One photo is here. Reply to this with a few words, and both go to the resident.
       *[other] 📷 { $n } photos are here. Reply to this with a few words, and all goes to the resident.
    }
answer-photos-too-many = An answer takes { $most } photos at most. The earlier ones went to the resident.
answer-photos-show = 📷 Photos of the answer
answer-photos-news = 📷 With the answer to { $receipt }.
answer-photos-open = 🔎 Open this case
