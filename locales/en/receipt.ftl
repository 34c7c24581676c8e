# The receipt as a picture, to be kept on the phone; its code opens the bot.
receipt-picture-button = 🖼 Keep as a picture
receipt-picture-title = Receipt
receipt-picture-use = Scan to see how it stands
receipt-picture-caption = 🖼 Long-press the picture to save it on your phone.
