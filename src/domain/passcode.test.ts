import { describe, expect, it } from 'vitest';
import { guessTime, passcodeStrength } from './passcode';

describe('passcode', () => {
  it.each([
    ['', 'short'],
    ['12345', 'short'],
    ['12345 ', 'short'],
    ['111111', 'guessable'],
    ['123456', 'guessable'],
    ['654321', 'guessable'],
    ['abcdef', 'guessable'],
    ['05021980', 'guessable'],
    ['050280', 'guessable'],
    ['246813', 'pin'],
    ['dungthu', 'pin'],
    ['2468135790246813', 'phrase'],
    ['aaaaaaaaaaaaaaaabc', 'pin'],
    ['mưa mưa mưa mưa mưa mưa', 'pin'],
    ['chi bo khoa noi', 'pin'],
    ['sáng nay trời mưa', 'pin'],
    ['sáng nay trời mưa to quá', 'phrase'],
  ])('[KEY-3] %s is %s', (passcode, strength) => {
    expect(passcodeStrength(passcode)).toBe(strength);
  });

  it('[KEY-3] the same words typed with marks apart are as strong', () => {
    expect(passcodeStrength('ă'.normalize('NFD').repeat(3))).toBe('short');
  });

  it.each([
    ['246813', 'minute'],
    ['24681357', 'hour'],
    ['thanhhoa', 'minute'],
    ['matkhau1', 'minute'],
    ['2468135790', 'day'],
    ['sáng nay trời mưa', 'month'],
    ['246813579024', 'year'],
    ['sáng nay trời mưa to', 'century'],
    ['7kf29qmx', 'hour'],
  ])('[KEY-3] %s is found out (%s)', (passcode, time) => {
    expect(guessTime(passcode)).toBe(time);
  });

  it('[KEY-3] more never makes a passcode weaker', () => {
    const order = ['minute', 'hour', 'day', 'month', 'year', 'lifetime', 'century'];
    let last = 0;
    for (const text of ['2468', '24681', '246813', '2468135', '2468135790', '2468135790 mưa', '2468135790 mưa nắng']) {
      const now = order.indexOf(guessTime(text));
      expect(now).toBeGreaterThanOrEqual(last);
      last = now;
    }
  });
});
