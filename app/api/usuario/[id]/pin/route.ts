import { defineRoute } from '@/lib/action/define-route';
import { quitarPinDe } from '@/lib/auth/pin';

export const DELETE = defineRoute({ run: quitarPinDe });
