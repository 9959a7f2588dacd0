import { closeDb } from '@/db';
import { emitirClave } from '@/lib/instalacion/clave';

// The launcher looks for this line; on a machine without it (a container), the person does.
try {
  const clave = await emitirClave(new Date());
  if (clave) console.log(`Clave de instalación: ${clave}`);
} finally {
  await closeDb();
}
