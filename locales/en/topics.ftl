# The cards: topics, aspects, satisfaction. The keys are put together from the card definitions (src/cards).
topic-healthcare = Healthcare
topic-schooling = Schooling
topic-elder_care = Elder care
topic-other = Something else
topic-healthcare-short = Healthcare
topic-schooling-short = Schooling
topic-elder_care-short = Elder care
topic-other-short = Other matters

aspect-healthcare-medicines = Medicines
aspect-healthcare-doctors = Doctors
aspect-healthcare-clinic = Clinic building
aspect-healthcare-insurance = Reimbursement
aspect-healthcare-referral = Referral
aspect-healthcare-chronic_care = Chronic illness
aspect-healthcare-emergency = Emergency
aspect-healthcare-checkups = Health checks
aspect-healthcare-something_else = Something else

aspect-schooling-teachers = Teachers
aspect-schooling-school_bus = Distance, school bus
aspect-schooling-boarding = Boarding
aspect-schooling-costs = Costs
aspect-schooling-class_size = Class size
aspect-schooling-kindergarten = Kindergarten
aspect-schooling-left_behind = Children left behind
aspect-schooling-city_schooling = School in the city
aspect-schooling-something_else = Something else

aspect-elder_care-day_care = Day-care centre
aspect-elder_care-meals = Meals
aspect-elder_care-home_help = Help at home
aspect-elder_care-care_homes = Care homes
aspect-elder_care-checkups = Health checks
aspect-elder_care-pension = Pension, subsidies
aspect-elder_care-living_alone = Living alone
aspect-elder_care-barrier_free = Handrails, ramps
aspect-elder_care-something_else = Something else

aspect-other-street_lights = Street lights
aspect-other-roads = Roads
aspect-other-water = Water
aspect-other-power = Electricity
aspect-other-waste = Waste, sewage
aspect-other-land = Land
aspect-other-accounts = The village's accounts
aspect-other-neighbours = Between neighbours
aspect-other-something_else = Something else

satisfaction-5 = Very satisfied
satisfaction-4 = Satisfied
satisfaction-3 = So-so
satisfaction-2 = Dissatisfied
satisfaction-1 = Very dissatisfied

urgency-can_wait = Can wait
urgency-this_month = This month
urgency-now = Now, it is urgent

case-status-submitted = waiting
case-status-accepted = being dealt with
case-status-answered = answered
case-status-withdrawn = taken back
case-status-erased = erased
