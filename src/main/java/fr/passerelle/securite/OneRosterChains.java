package fr.passerelle.securite;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/**
 * The door of OneRoster: an account of the role « consommateur » is an OAuth 2 client, it
 * gets a token with its name and secret and reads with the token, without session.
 */
@Configuration(proxyBeanMethods = false)
class OneRosterChains {

	private static final String JETON = "/ims/oneroster/token";

	@Bean
	@Order(-2)
	SecurityFilterChain jeton(HttpSecurity http, CompteAuthentication comptes, RefusJeton refus) throws Exception {
		BasicAuthenticationFilter client = new BasicAuthenticationFilter(new ProviderManager(comptes), refus);
		client.setAuthenticationConverter(new ClientConverter());
		return commun(http.securityMatcher(JETON))
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.addFilterAt(client, BasicAuthenticationFilter.class)
			.exceptionHandling((erreurs) -> erreurs.authenticationEntryPoint(refus))
			.build();
	}

	@Bean
	@Order(-1)
	SecurityFilterChain oneRoster(HttpSecurity http, Jetons jetons, RefusOneRoster refus) throws Exception {
		return commun(http.securityMatcher("/ims/oneroster/**"))
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/ims/oneroster/rostering/*/demographics/**")
				.hasAuthority(Portee.DEMOGRAPHICS.autorite())
				.anyRequest()
				.hasAnyAuthority(Portee.ROSTER.autorite(), Portee.ROSTER_CORE.autorite()))
			.oauth2ResourceServer((serveur) -> serveur
				.jwt((jwt) -> jwt.decoder(jetons.lecteur()).jwtAuthenticationConverter(compte(jetons)))
				.authenticationEntryPoint(refus)
				.accessDeniedHandler(refus))
			.exceptionHandling((erreurs) -> erreurs.authenticationEntryPoint(refus).accessDeniedHandler(refus))
			.build();
	}

	private static HttpSecurity commun(HttpSecurity http) throws Exception {
		return http.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.headers((entetes) -> entetes
				.contentSecurityPolicy((csp) -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'")));
	}

	private static Converter<Jwt, AbstractAuthenticationToken> compte(Jetons jetons) {
		return (jeton) -> UsernamePasswordAuthenticationToken.authenticated(jetons.compte(jeton), null,
				AuthorityUtils.createAuthorityList(Stream.of(jeton.getClaimAsString("scope").split(" "))
					.map((portee) -> "SCOPE_" + portee)
					.collect(Collectors.toList())));
	}

}
