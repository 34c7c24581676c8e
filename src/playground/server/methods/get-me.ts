import type { UserFromGetMe } from 'grammy/types'
import { describeBot } from '../chats/describe-user.ts'
import { defineMethod } from './define-method.ts'

export const getMe = defineMethod({
  name: 'getMe',
  parameters: {},
  run: (runtime): UserFromGetMe => ({
    ...describeBot(runtime),
    is_bot: true,
    username: runtime.bot.username,
    can_join_groups: true,
    can_read_all_group_messages: !runtime.settings.groupPrivacyMode,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  }),
})
