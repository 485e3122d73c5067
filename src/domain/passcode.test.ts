import { describe, expect, it } from 'vitest';
import { passcodeStrength } from './passcode';

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
    ['sáng nay trời mưa', 'phrase'],
  ])('[KEY-3] %s is %s', (passcode, strength) => {
    expect(passcodeStrength(passcode)).toBe(strength);
  });

  it('[KEY-3] the same words typed with marks apart are as strong', () => {
    expect(passcodeStrength('ă'.normalize('NFD').repeat(3))).toBe('short');
  });
});
