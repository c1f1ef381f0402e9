/** Plain bot messages (card-openapi §5.2, §5.3). Throws `DtcardError` like `CardClient`. */
export interface RobotClient {
  /** Answers into the conversation a message came from. `sessionWebhook` is a secret. */
  replyText(sessionWebhook: string, text: string): Promise<void>;
}
