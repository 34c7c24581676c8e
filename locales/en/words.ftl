# What a sentence may be about: usual words of each aspect, separated by commas. Only for order and preselection.
words-healthcare-medicines = medicine, drug, pill, pharmacy, tablets
words-healthcare-doctors = doctor, nurse, physician
words-healthcare-clinic = equipment, ward, leaks, run-down
words-healthcare-insurance = insurance, reimburs, medical bill
words-healthcare-referral = referral, referred
words-healthcare-chronic_care = blood pressure, diabetes, chronic, family doctor
words-healthcare-emergency = ambulance, emergency
words-healthcare-checkups = checkup, check-up, vaccin, screening
words-healthcare-something_else = clinic, hospital, ill, sick

words-schooling-teachers = teacher, teaching, lesson
words-schooling-school_bus = school bus, bus, far from school
words-schooling-boarding = boarding, dormitory, canteen
words-schooling-costs = tuition, school fee, fees, uniform
words-schooling-class_size = class size, crowded, too many children
words-schooling-kindergarten = kindergarten, nursery, childcare
words-schooling-left_behind = left behind, parents work away
words-schooling-city_schooling = enrol, school place, city school
words-schooling-something_else = school, pupil, children

words-elder_care-day_care = day care, day-care, community room
words-elder_care-meals = meal, lunch, canteen, food
words-elder_care-home_help = home help, carer, cleaning, nursing at home
words-elder_care-care_homes = care home, nursing home, old people’s home
words-elder_care-checkups = check the elderly
words-elder_care-pension = pension, subsid, allowance
words-elder_care-living_alone = alone, lonely, nobody looks
words-elder_care-barrier_free = handrail, wheelchair, ramp, stairs
words-elder_care-something_else = elder, old people, grandmother, grandfather

words-other-street_lights = street light, streetlight, street lamp, too dark
words-other-roads = road, pothole, bridge, pavement
words-other-water = tap water, water supply, no water, well water, irrigation
words-other-power = power cut, blackout, electricity, voltage
words-other-waste = rubbish, garbage, sewage, stinks, toilet
words-other-land = farmland, land use, homestead
words-other-accounts = accounts of the village, village funds, village money
words-other-neighbours = quarrel, too loud, noise
words-other-something_else = village square, internet, phone signal

# What sounds as if somebody were in danger: the emergency numbers come first. The second line sounds like it, but is not.
words-emergency = collapsed, unconscious, cannot breathe, can't breathe, can’t breathe, chest pain, heart attack, stroke, bleeding heavily, on fire, gas leak, suicide, kill myself, drowning, not waking up
words-emergency-harmless = bus collapsed, bridge collapsed, wall collapsed, roof collapsed, road collapsed
words-greeting = hello, hi, hey, good morning, good afternoon, good evening, there
words-thanks = thanks, thank you, thank you very much, many thanks, so much
