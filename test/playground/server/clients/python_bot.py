"""The bot of foreign-bot.ts, made with python-telegram-bot 13 (Debian 12).

Arguments: the Bot API's root, the token, words and pictures as JSON, and for a webhook its secret; without one it polls.
Prints "ready" and, for a webhook, its port; ends when its standard input is closed.
"""
import base64
import json
import os
import sys
import threading
import warnings
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

warnings.simplefilter("ignore")

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, ReplyKeyboardMarkup, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, Filters, MessageHandler, Updater

GIVEN = json.loads(sys.argv[3])
WORDS = GIVEN["words"]


def picture(grey):
    return base64.b64decode(GIVEN["pictures"][str(grey)])


def button(text, data):
    return InlineKeyboardMarkup([[InlineKeyboardButton(text, callback_data=data)]])


def start(update, context):
    update.message.reply_text("村 " + context.args[0], reply_markup=button("医疗", "topic:healthcare"))


def pressed(update, context):
    query = update.callback_query
    if query.data == "done":
        query.edit_message_reply_markup()
        query.answer()
    else:
        query.edit_message_text(WORDS["question"], reply_markup=button("好了", "done"))
        query.answer(WORDS["alert"], show_alert=True)


def photo(update, context):
    message = update.message
    file_id = message.photo[-1].file_id
    content = bytes(context.bot.get_file(file_id).download_as_bytearray())
    message.reply_document(content, filename="copy.png", caption=WORDS["received"])
    sent = message.reply_photo(file_id, caption=WORDS["byId"])
    sent.edit_caption(WORDS["changed"])


def album(update, context):
    update.message.reply_media_group(
        [InputMediaPhoto(picture(10), caption=WORDS["album"]), InputMediaPhoto(picture(20))]
    )


def keys(update, context):
    update.message.reply_text(
        WORDS["keys"], reply_markup=ReplyKeyboardMarkup([["医疗", "看病难"]], resize_keyboard=True)
    )


def replace(update, context):
    sent = update.message.reply_photo(picture(30))
    sent.edit_media(InputMediaPhoto(picture(40), caption=WORDS["replaced"]))
    update.message.reply_text(WORDS["gone"]).delete()


def complain(update, context):
    print("error:", repr(context.error), flush=True)


def serve(updater, secret):
    """python-telegram-bot 13 does not look at the secret itself."""

    class Webhook(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["content-length"]))
            if self.headers.get("x-telegram-bot-api-secret-token") != secret:
                self.send_error(403)
                return
            updater.update_queue.put(Update.de_json(json.loads(body), updater.bot))
            self.send_response(200)
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Webhook)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    threading.Thread(target=updater.dispatcher.start, daemon=True).start()
    return server.server_port


def main():
    root, token, secret = sys.argv[1], sys.argv[2], sys.argv[4] if len(sys.argv) > 4 else None
    updater = Updater(token, base_url=root + "/bot", base_file_url=root + "/file/bot")
    add = updater.dispatcher.add_handler
    add(CommandHandler("start", start))
    add(CommandHandler("album", album))
    add(CommandHandler("keys", keys))
    add(CommandHandler("replace", replace))
    add(CallbackQueryHandler(pressed))
    add(MessageHandler(Filters.photo, photo))
    updater.dispatcher.add_error_handler(complain)
    if secret:
        print("ready", serve(updater, secret), flush=True)
    else:
        updater.start_polling(timeout=1)
        print("ready", flush=True)
    sys.stdin.read()
    os._exit(0)


main()
