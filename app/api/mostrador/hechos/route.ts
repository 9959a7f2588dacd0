import { defineRoute } from '@/lib/action/define-route';
import { recibirHechos } from '@/lib/mostrador/recibir-hechos';

export const POST = defineRoute({ run: recibirHechos, limiteBytes: 4 * 1_048_576 });
