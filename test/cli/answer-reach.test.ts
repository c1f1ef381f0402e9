import { describe, expect, it } from 'vitest';
import { readAnswerReach } from '../../src/cli/answer-reach.js';
import { defaultSettings } from '../../src/simulator/settings.js';

describe('whom an answer reaches', () => {
  it('is what was chosen, whatever a simulator does', () => {
    expect(readAnswerReach('everyone')).toBe('everyone');
    expect(readAnswerReach('clicker', { answerCardData: 'everyone' })).toBe('clicker');
  });

  it('is what the simulator does, which is everyone unless it is set', () => {
    expect(readAnswerReach(undefined, { answerCardData: 'clicker' })).toBe('clicker');
    expect(readAnswerReach(undefined, defaultSettings())).toBe('everyone');
    expect(readAnswerReach(undefined, {})).toBe('everyone');
  });

  it('is the clicker on the platform, as its documentation says', () => {
    expect(readAnswerReach(undefined)).toBe('clicker');
  });
});
