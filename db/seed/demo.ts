import { closeDb } from '@/db';
import { flushEventos } from '@/lib/realtime/publish';
import { cargarDemo } from './demo/cargar';

const DICHO = {
  ya_estaba: () => 'la base ya tiene la demostración',
  otros_datos: () => 'la base ya tiene datos: no se carga la demostración',
  cargada: (ventas: number) => `demostración cargada: ${ventas} ventas`,
  continuada: (ventas: number) => `demostración completada: ${ventas} ventas`,
};

try {
  const { situacion, ventas } = await cargarDemo({ ahora: new Date(), decir: console.log });
  console.log(DICHO[situacion](ventas));
} finally {
  // What other screens are to be told goes out by the connections that are closed next.
  await flushEventos();
  await closeDb();
}
