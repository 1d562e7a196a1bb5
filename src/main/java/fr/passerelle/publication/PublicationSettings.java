package fr.passerelle.publication;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code passerelle.consommateurs}.
 *
 * @param consommateurs who receives which feed
 */
@ConfigurationProperties("passerelle")
record PublicationSettings(List<Consommateur> consommateurs) {

	PublicationSettings {
		consommateurs = (consommateurs != null) ? List.copyOf(consommateurs) : List.of();
	}

}
