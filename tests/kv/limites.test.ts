import { expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { limitesDeCodigo } from './codigo';
import { limitesDeIngreso } from './limites';

limitesDeIngreso('PostgreSQL');
limitesDeCodigo('PostgreSQL');

it('what was typed as a mail is not kept as it came', async () => {
  const claves = await sqlClient()<{ clave: string }[]>`select clave from clave_efimera where clave like '%@%'`;
  expect(claves).toEqual([]);
});
