import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { pitar } from './pitar';

/** What a page sees of its speaker: a state, and what was asked to sound. */
class Parlante {
  static ultimo: Parlante;
  state: 'suspended' | 'running' = 'suspended';
  currentTime = 0;
  destination = {};
  notas: number[] = [];
  constructor() {
    Parlante.ultimo = this;
  }
  async resume() {
    this.state = 'running';
  }
  async suspend() {
    this.state = 'suspended';
  }
  createOscillator() {
    const nodo = { type: '', frequency: { value: 0 }, connect: () => nodo, start: () => {}, stop: () => {} };
    nodo.start = () => this.notas.push(nodo.frequency.value);
    return nodo;
  }
  createGain() {
    const nodo = {
      gain: { setValueAtTime: () => {}, exponentialRampToValueAtTime: () => {} },
      connect: () => nodo,
    };
    return nodo;
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('AudioContext', Parlante);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('sounds through a speaker that stays open while one scans, and shuts it after', async () => {
  pitar('leido');
  await vi.advanceTimersByTimeAsync(0);
  const parlante = Parlante.ultimo;
  expect([parlante.state, parlante.notas]).toEqual(['running', [1_320]]);
  await vi.advanceTimersByTimeAsync(4_000);
  pitar('desconocido');
  await vi.advanceTimersByTimeAsync(4_900);
  expect([parlante.state, parlante.notas]).toEqual(['running', [1_320, 220, 175]]);
  await vi.advanceTimersByTimeAsync(200);
  expect(parlante.state).toBe('suspended');
  pitar('leido');
  await vi.advanceTimersByTimeAsync(0);
  expect([parlante.state, parlante.notas.length]).toEqual(['running', 4]);
});
