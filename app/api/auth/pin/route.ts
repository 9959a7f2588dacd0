import { defineRoute } from '@/lib/action/define-route';
import { ponerPin, quitarPin } from '@/lib/auth/pin';

export const POST = defineRoute({ run: ponerPin, limiteBytes: 4096 });
export const DELETE = defineRoute({ run: quitarPin });
