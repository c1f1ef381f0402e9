import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import { beginStory } from '../../src/cli/watch-story.js';
import { createEventLog } from '../../src/log/event-log.js';
import { createTestIo } from '../support/run-in-process.js';
import { useSimulator } from '../support/use-simulator.js';

describe('the story of a watch', () => {
  it('begins when the connection stands, and its end is in the log', async () => {
    const simulator = await useSimulator();
    const log = createEventLog({ clock: systemClock });
    const story = beginStory(createTestIo(), simulator, { log }, false);
    log.flush();
    expect(simulator.events().filter(({ type }) => type === 'message.sent')).toEqual([]);
    log.append({ type: 'connection.opened', connectionId: 'c1', endpoint: 'e', tookMs: 1 });
    // Nobody is connected in truth, which is how it ends badly.
    expect(await story.ended).toEqual({ reason: 'unanswered', exitCode: 1 });
    expect(log.since(0).at(-1)).toMatchObject({ type: 'notice', key: 'notice.storyUnanswered' });
  });
});
