import { defineMessages } from '#shared/messages/define.ts';

export const firstRunMessages = defineMessages({});
