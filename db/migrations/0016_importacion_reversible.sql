CREATE TABLE "importacion_contenido" (
	"id_importacion" integer PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "importacion_producto" (
	"id_importacion" integer NOT NULL,
	"id_producto" integer NOT NULL,
	"antes" jsonb,
	"despues" jsonb,
	CONSTRAINT "importacion_producto_id_importacion_id_producto_pk" PRIMARY KEY("id_importacion","id_producto"),
	CONSTRAINT "importacion_producto_cambio" CHECK (("importacion_producto"."antes" is null) = ("importacion_producto"."despues" is null))
);
--> statement-breakpoint
ALTER TABLE "importacion" DROP CONSTRAINT "importacion_situacion";--> statement-breakpoint
ALTER TABLE "importacion_contenido" ADD CONSTRAINT "importacion_contenido_id_importacion_importacion_id_fk" FOREIGN KEY ("id_importacion") REFERENCES "public"."importacion"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "importacion_producto" ADD CONSTRAINT "importacion_producto_id_importacion_importacion_id_fk" FOREIGN KEY ("id_importacion") REFERENCES "public"."importacion"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "importacion_producto" ADD CONSTRAINT "importacion_producto_id_producto_producto_id_fk" FOREIGN KEY ("id_producto") REFERENCES "public"."producto"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "importacion_producto_de" ON "importacion_producto" USING btree ("id_producto");--> statement-breakpoint
ALTER TABLE "importacion" ADD CONSTRAINT "importacion_situacion" CHECK ("importacion"."situacion" in ('LEYENDO', 'COLUMNAS', 'ILEGIBLE', 'REVISADA', 'EN_COLA', 'APLICANDO', 'APLICADA', 'FALLIDA', 'DESCARTADA', 'DESHACIENDO', 'DESHECHA'));