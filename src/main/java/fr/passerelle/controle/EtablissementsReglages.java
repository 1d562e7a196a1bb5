package fr.passerelle.controle;

import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which schools may use the hub.
 *
 * @param ouverture {@code libre}: every school with a right UAI; {@code liste}: those of
 * the list
 * @param liste their UAI
 */
@ConfigurationProperties("passerelle.etablissements")
record EtablissementsReglages(@DefaultValue("libre") Ouverture ouverture, @DefaultValue Set<String> liste) {

	/** The schools the hub is open to, null for all. */
	Set<String> etablissements() {
		return (this.ouverture == Ouverture.LISTE) ? Set.copyOf(this.liste) : null;
	}

	/** How a school becomes known. */
	enum Ouverture {

		LIBRE, LISTE

	}

}
