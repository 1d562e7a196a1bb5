package fr.passerelle.publication;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code passerelle.publication}.
 *
 * @param conservation how long the files of a package are kept once it is shown, null for
 * ever
 */
@ConfigurationProperties("passerelle.publication")
record ConservationSettings(Duration conservation) {
}
