import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/context';
import { cambiar, conCodigo, confirmar, conPermiso, nuevaIp, otroQue, pedir } from '@/tests/auth/recuperar-pasos';
import { nuevaPersona, nuevaSucursal } from '@/tests/harness/factories';
import { desdeOtroProceso } from './limites';

const intento = (email: string, code: string) => ({ ruta: 'confirm-code', email, code, ip: nuevaIp() });

/** What a mailed code promises, whatever store holds it. */
export function limitesDeCodigo(almacen: string): void {
  describe(`a mailed code, over ${almacen}`, () => {
    let sucursal: number;
    const alguien = (): Promise<Actor> => nuevaPersona('Operador', sucursal);

    beforeAll(async () => {
      sucursal = await nuevaSucursal();
    });

    it('has five tries among all processes: the sixth is refused with the right code too', async () => {
      const rosa = await alguien();
      const codigo = await conCodigo(rosa);
      const malos = Array.from({ length: 3 }, () => intento(rosa.email, otroQue(codigo)));
      expect(await desdeOtroProceso(malos)).toEqual([401, 401, 401]);
      for (let i = 0; i < 2; i++) {
        expect((await confirmar(rosa.email, otroQue(codigo))).cuerpo.code).toBe('codigo_invalido');
      }
      expect((await confirmar(rosa.email, codigo)).cuerpo.code).toBe('codigo_agotado');
      expect(await desdeOtroProceso([intento(rosa.email, codigo)])).toEqual([401]);
    });

    it('asked for in one process is good in another, once', async () => {
      const rosa = await alguien();
      const codigo = await conCodigo(rosa);
      expect(await desdeOtroProceso([intento(rosa.email, codigo), intento(rosa.email, codigo)])).toEqual([200, 401]);
    });

    it('gives one permission and one change, whatever comes at once', async () => {
      const rosa = await alguien();
      const codigo = await conCodigo(rosa);
      const todas = await Promise.all(Array.from({ length: 20 }, () => confirmar(rosa.email, codigo)));
      expect(todas.filter(({ status }) => status === 200)).toHaveLength(1);
      const ana = await alguien();
      const reset_token = await conPermiso(ana);
      const cambio = { email: ana.email, newPassword: 'otra-frase-propia', reset_token };
      const cambios = await Promise.all(Array.from({ length: 20 }, () => cambiar(cambio)));
      expect(cambios.filter(({ status }) => status === 200)).toHaveLength(1);
    });

    it('is asked for five times an hour, whatever comes at once', async () => {
      const rosa = await alguien();
      const todos = await Promise.all(Array.from({ length: 20 }, () => pedir(rosa.email)));
      expect(todos.filter(({ status }) => status === 200)).toHaveLength(5);
    });
  });
}
