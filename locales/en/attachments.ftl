# Attachments: voice, photos and places, to be seen and heard again.
attachment-show = 📎 Attachments
attachment-gone = Sorry, some of the attachments are no longer here.
attachment-coming = Photos are still being fetched. Please press again in a little while.
