import { closeDb } from '@/db';
import { crearPrimerIngreso } from './primer-ingreso';

try {
  const cuenta = await crearPrimerIngreso(new Date());
  if (cuenta) console.log(`Primer ingreso: ${cuenta.email}, contraseña ${cuenta.password} (se muestra esta única vez)`);
} finally {
  await closeDb();
}
