import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RUTAS } from '@/lib/api/rutas';
import { closeStreams } from '@/lib/realtime/process-hub';
import { CASOS } from '@/tests/contract/casos';
import { huellaDeLaBase } from '@/tests/contract/intacta';
import { llamarRuta, nombreDe } from '@/tests/contract/servidas';
import { abrirTienda, type Tienda } from '@/tests/contract/tienda';

/** Mass assignment: what a client may not decide, sent to every route that takes a body. */
let tienda: Tienda;
beforeAll(async () => {
  tienda = await abrirTienda();
});
afterAll(closeStreams);

/** Columns and rights that somebody would want to set; none is a field of any input. */
const AJENOS: Readonly<Record<string, unknown>> = {
  password_hash: '$argon2id$v=19$m=1,t=1,p=1$AAAA$AAAA',
  pin_hash: 'x',
  totp_secreto: 'x',
  debe_cambiar_clave: false,
  de_fabrica: true,
  saldo_minimo: -1_000_000,
  es_admin: true,
  id_asiento: 1,
  resuelta_por: 1,
  atendida_por: 1,
  huella: 'x',
  created_at: '2020-01-01T00:00:00Z',
};

/** Every table but when each sign-in was last seen, which any request moves. */
async function datos(): Promise<Record<string, number>> {
  const { 'public.sesion_acceso': _, ...resto } = await huellaDeLaBase();
  return resto;
}

const escriben = RUTAS.filter(
  (r) => r.metodo !== 'GET' && r.cuerpo === 'json' && r.publica === false && CASOS[nombreDe(r)]?.length,
).map((ruta) => ({ nombre: nombreDe(ruta), ruta }));

describe.each(escriben)('$nombre', ({ ruta, nombre }) => {
  it('refuses, by its name, each field that is not its own, and changes nothing', async () => {
    const [caso] = CASOS[nombre] ?? [];
    if (!caso) throw new Error('no case');
    const bueno = await caso(tienda);
    const antes = await datos();
    for (const [campo, valor] of Object.entries(AJENOS)) {
      const { status, texto } = await llamarRuta(ruta, { ...bueno, datos: { ...bueno.datos, [campo]: valor } });
      expect([campo, status]).toEqual([campo, 400]);
      expect(texto).toContain(campo);
    }
    expect(await datos()).toEqual(antes);
  });
});

it('there are routes to try', () => expect(escriben.length).toBeGreaterThan(15));
