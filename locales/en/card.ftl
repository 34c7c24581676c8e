# The card: questions, options, buttons. The options' keys are put together from the card definitions (src/cards).
question-about = Whom is it about?
question-aspects = What should get better? You can choose several.
question-satisfaction = All in all, are you satisfied?
question-first_visit = Where do you go first when somebody is ill?
question-travel_time = How long does it take to get there?
question-stage = Which school is it?
question-distance = How far is the school?
question-lives_with = Who does the elder live with?
question-help_missing = Which help is missing? You can choose several.
question-words = Tell us in your own words: type, send a voice message, photos (up to 5) or a place.
question-wish = What would help most? Type or send a voice message.
question-urgency = How urgent is it?
question-visibility = Who may see it?

about-me = Me
about-child = My child
about-elder = My parents, an elder
about-neighbour = A neighbour
about-village = The whole village

first_visit-village = The village
first_visit-township = The township
first_visit-county = The county town
first_visit-further = Further away
travel_time-under_15_min = Under 15 minutes
travel_time-under_30_min = Under half an hour
travel_time-under_60_min = Under an hour
travel_time-over_60_min = More than an hour

stage-kindergarten = Kindergarten
stage-primary = Primary
stage-middle = Middle school
stage-high = High school
distance-under_1_km = Under 1 km
distance-under_3_km = Under 3 km
distance-under_10_km = Under 10 km
distance-over_10_km = More than 10 km

lives_with-alone = Alone
lives_with-spouse = Husband or wife
lives_with-children = Children
lives_with-grandchildren = Grandchildren
lives_with-care_home = Care home
help_missing-cooking = Cooking
help_missing-housework = Housework
help_missing-bathing = Bathing
help_missing-medicine = Medicine, doctors
help_missing-going_out = Going out
help_missing-company = Company

visibility-committee = The committee, without my name
visibility-committee_named = The committee, with my name
visibility-township = Not the village, only the township

line-about = { "About: " }
line-aspects = { "What should get better: " }
line-satisfaction = { "How satisfied: " }
line-first_visit = { "First visit: " }
line-travel_time = { "Travel: " }
line-stage = { "School: " }
line-distance = { "Distance: " }
line-lives_with = { "Lives with: " }
line-help_missing = { "Help missing: " }
line-words = { "Your words: " }
line-wish = { "What would help: " }
line-urgency = { "Urgency: " }
line-visibility = { "Seen by: " }

card-next = Next ➡
card-words-more = To say more, just send it.
card-joined = 📎 I put that behind what you said before.
card-move = ↪ That last one answers this question
card-anew-words = 🗑 Say it anew
card-anew-choice = 🗑 Leave this one out
card-anew-sure-words = Shall all that you said go, to be said anew?
card-anew-sure-choice = Shall this answer go?
card-anew-yes = 🗑 Yes, drop it
card-anew-no = ⬅ No, keep it
card-known-by-voice = 🎤 In a village people will know you by your voice.
card-known-by-location = 📍 In a village people may guess from the place who you are.
card-keep-from-village = 🏛 Then not to the village, only the township
card-leave-out-voice = 🗑 Leave the voice out
card-leave-out-location = 🗑 Leave the place out
card-back = ⬅ Back
card-skip = Skip
card-finish = ⏩ That's all, go to submit
card-submit = ✅ Submit
card-change = ✏️ Change something
card-discard = 🗑 Drop it
card-discarded = All right, that card is gone.
card-review-title = Please check · { $topic }
card-change-title = What shall be changed?
card-list-comma = { ", " }
card-got-voice =
    { $n ->
        [1] 🎤 1 voice message
       *[other] 🎤 { $n } voice messages
    }
card-got-photos =
    { $n ->
        [1] 📷 1 photo
       *[other] 📷 { $n } photos
    }
card-got-place = 📍 a place
card-emergency =
    🚨 If somebody is in danger, first call 120 for an ambulance or 110 for the police.
card-pick-one = Please choose one first.
card-moved-on = That step is done. Please look at the question that is open now.
card-is-over = That card is finished.
card-too-many-photos = Five photos at most. I did not take this one; the earlier ones are there.
card-too-many-voices = Ten voice messages at most. I did not take this one; the earlier ones are there.
card-too-many-places = Three places at most. I did not take this one; the earlier ones are there.
card-too-long = That is a lot of words. I did not take this part; the earlier ones are there. Submit it first, then add the rest.
card-too-many-today = You have told us a lot today, and all of it has arrived. This card is kept for you: press “Submit” at this time tomorrow.
card-takes-words-and-media = Here I take text, voice messages, photos and places.
card-takes-words = Here I take text and voice messages.
card-press-a-button = For this question please press one of the buttons below.
