# What was too long for one message of Telegram came in several
long-words-joined = 📎 I kept all of your long message, as one.
