import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { bloquearPantalla, bloqueoAvisado, pantallaAbierta } from './candado-store';

/** What was told to the server, and whether it answers. */
let avisos: number;
let responde: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  [avisos, responde] = [0, false];
  const guardado = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (llave: string) => guardado.get(llave) ?? null,
    setItem: (llave: string, valor: string) => guardado.set(llave, valor),
    removeItem: (llave: string) => guardado.delete(llave),
  });
  vi.stubGlobal('fetch', async () => {
    avisos++;
    if (!responde) throw new TypeError('no network');
    return Response.json({ bloqueada: true });
  });
});
afterEach(() => {
  pantallaAbierta();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('a lock that the server has not heard of is told again, until it answers', async () => {
  bloquearPantalla();
  await vi.advanceTimersByTimeAsync(11_000);
  expect(avisos).toBe(3);
  responde = true;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(avisos).toBe(4);
});

it('whoever comes in waits for it to be told, and it is not told after them', async () => {
  bloquearPantalla();
  await vi.advanceTimersByTimeAsync(4_900);
  responde = true;
  await bloqueoAvisado();
  expect(avisos).toBe(2);
  // The password is on its way when it would have been told again.
  await vi.advanceTimersByTimeAsync(10_000);
  pantallaAbierta();
  await bloqueoAvisado();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(avisos).toBe(2);
});

it('one that was opened meanwhile is not told', async () => {
  bloquearPantalla();
  await vi.advanceTimersByTimeAsync(1_000);
  pantallaAbierta();
  await vi.advanceTimersByTimeAsync(10_000);
  await bloqueoAvisado();
  expect(avisos).toBe(1);
});
