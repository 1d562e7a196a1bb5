package fr.passerelle.bilan;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code passerelle.lsu-bilans}.
 *
 * @param versions the versions of the documents that are taken
 */
@ConfigurationProperties("passerelle.lsu-bilans")
record SchemasSettings(List<Version> versions) {

	SchemasSettings {
		versions = (versions != null) ? List.copyOf(versions) : List.of();
	}

}
