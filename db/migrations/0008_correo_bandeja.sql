ALTER TABLE "correo" ADD COLUMN "datos" jsonb;--> statement-breakpoint
ALTER TABLE "correo" ADD COLUMN "clave" text;--> statement-breakpoint
ALTER TABLE "correo" ADD COLUMN "tomado_hasta" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "usuario" ADD COLUMN "recibe_cierre" boolean;--> statement-breakpoint
CREATE INDEX "correo_pendiente" ON "correo" USING btree ("id") WHERE "correo"."estado" = 'PENDIENTE';--> statement-breakpoint
ALTER TABLE "correo" ADD CONSTRAINT "correo_clave_unique" UNIQUE("clave");