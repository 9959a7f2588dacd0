import { randomBytes } from 'node:crypto';
import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import { systemContext } from '@/lib/auth/system-context';
import { crearSucursal } from '@/lib/sucursal/crear';
import { registrarUsuario } from '@/lib/usuario/registrar';

const SUPERADMINISTRADOR = 3;
const EMAIL = 'admin@kantuta.local';

/**
 * On a database without people: the first branch, "Casa matriz", and the account that can create the others, with a random
 * password that is shown once and stored nowhere. All or nothing. Returns `null` when there is somebody already.
 */
export async function crearPrimerIngreso(ahora: Date): Promise<{ email: string; password: string } | null> {
  const [gente] = await sqlClient()<{ hay: boolean }[]>`select exists (select 1 from usuario) as hay`;
  if (gente?.hay) return null;
  const password = randomBytes(12).toString('base64url');
  await withTransaction({}, async (tx) => {
    const sistema = { ...systemContext({ ahora, idSucursal: 0 }), tx };
    const matriz = await crearSucursal(sistema, { nombre: 'Casa matriz' });
    await registrarUsuario(sistema, {
      email: EMAIL,
      password,
      nombres: 'Administración',
      p_apellido: 'General',
      fecha_nacimiento: '2000-01-01',
      genero: 'F',
      id_role: SUPERADMINISTRADOR,
      id_sucursal: matriz.id,
    });
  });
  return { email: EMAIL, password };
}
