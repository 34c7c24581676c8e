# /privacy: what is kept, take it along, erase it. To be read aloud with ease.
privacy-kept = This is kept of you here: { $list }.
privacy-cards = { $cards ->
    [one] 1 card
   *[other] { $cards } cards
  }
privacy-draft = 1 half-filled card
privacy-attachments = { $attachments ->
    [one] 1 photo, voice message or place
   *[other] { $attachments } photos, voice messages or places
  }
privacy-comma = {", "}
privacy-villages = Villages: { $list }
privacy-villages-more = {" "}and others, { $count } in all
privacy-consented = You agreed on { $day }.
privacy-promise = Only those who deal with it in the village and township, and administrators, see it, without your name unless you chose otherwise. It is kept for two years, and you can erase it at any time. The servers are abroad.
privacy-nothing = Nothing is kept of you here.
privacy-export = 📦 Give me a copy
privacy-erase = 🗑 Erase everything

privacy-erase-sure = Erase everything? Your words, photos, voice messages and name will be gone for good, and what is still open will be closed. Only numbers without a name stay.
privacy-erase-yes = 🗑 Yes, erase it all
privacy-erase-no = ⬅ Not now

privacy-erased = All gone; only numbers without a name are left. If you ever want to say something again, send /start.
privacy-erased-quoted = Messages to others that quoted you are being changed one by one. Old photos and voice messages may stay, and so does what others wrote or forwarded themselves.
