import { expect, it } from 'vitest';
import { palabrasDeDecision, quePuedeHacerse } from './tipos';

const nota = { retenido: true, tipo_hecho: 'registro', espera: false, autor: 'Rosa Mamani' };
const ticket = { ...nota, tipo_hecho: 'venta' };

it('a note that waits says that it is only a note, and what can be done with it', () => {
  expect(quePuedeHacerse(nota)).toMatch(/sin dinero ni mercadería\. Se puede dejar anotada .* o descartar/);
  expect(quePuedeHacerse({ ...nota, espera: true })).toMatch(/Queda anotada sola cuando llegue/);
  expect(quePuedeHacerse(ticket)).toBeNull();
  // It entered, and something else of it is told.
  expect(quePuedeHacerse({ ...nota, retenido: false })).toBeNull();
});

it('who decides is told of a note that it goes to the trail, and of a ticket that it goes to the books', () => {
  expect(palabrasDeDecision(nota)).toMatchObject({ asienta: 'Anotar', entra: expect.stringContaining('Rosa Mamani') });
  expect(palabrasDeDecision(nota).descarta).not.toMatch(/libros/);
  expect(palabrasDeDecision(ticket)).toMatchObject({ asienta: 'Asentar', descarta: expect.stringMatching(/libros/) });
});
