package fr.passerelle.publication.oneroster;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code passerelle.oneroster}.
 *
 * @param conservation how long what disappeared is still told, and a reader that does not
 * come any more is followed
 */
@ConfigurationProperties("passerelle.oneroster")
record OneRosterSettings(@DefaultValue("30d") Duration conservation) {

}
