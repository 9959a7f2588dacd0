import { defineRoute } from '@/lib/action/define-route';
import { login } from '@/lib/auth/login';

export const POST = defineRoute({ run: login, publico: true, limiteBytes: 4096 });
