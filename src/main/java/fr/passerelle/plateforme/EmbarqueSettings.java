package fr.passerelle.plateforme;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Settings of the embedded services (see {@code application.yaml}). */
@ConfigurationProperties("passerelle.embarque")
record EmbarqueSettings(@DefaultValue Postgresql postgresql, @DefaultValue Artemis artemis) {

	record Postgresql(@DefaultValue("15432") int port, @DefaultValue("60s") Duration attente) {
	}

	record Artemis(@DefaultValue("15616") int port, @DefaultValue("95") int disqueMax) {
	}

}
