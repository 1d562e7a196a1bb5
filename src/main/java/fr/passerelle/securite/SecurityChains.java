package fr.passerelle.securite;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The two doors: the API without session, the page with a session and CSRF. Nothing is
 * open but the health, the login page and its style.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecuriteSettings.class)
class SecurityChains implements WebMvcConfigurer {

	private static final String CSP = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

	@Bean
	@Order(1)
	SecurityFilterChain api(HttpSecurity http, ProblemResponse problemes, CompteAuthentication comptes,
			ComptesFixes fixes) throws Exception {
		return http.securityMatcher("/api/**", "/v3/api-docs/**", "/v3/api-docs.yaml", "/actuator/**")
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/actuator/health/**", "/actuator/health")
				.permitAll()
				.requestMatchers("/actuator/**")
				.hasAnyRole(Role.ACADEMIE.code(), Role.SUPPORT.code())
				.anyRequest()
				.authenticated())
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.addFilterBefore(new OrigineFilter(problemes), BasicAuthenticationFilter.class)
			.addFilterBefore(new CleApiFilter(fixes, problemes), BasicAuthenticationFilter.class)
			.authenticationProvider(comptes)
			.httpBasic((basic) -> basic.authenticationEntryPoint(problemes))
			.exceptionHandling((erreurs) -> erreurs.authenticationEntryPoint(problemes).accessDeniedHandler(problemes))
			.headers((entetes) -> entetes.contentSecurityPolicy((csp) -> csp.policyDirectives(CSP)))
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain page(HttpSecurity http, CompteAuthentication authentication, Comptes comptes) throws Exception {
		return http
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/connexion", "/passerelle.css", "/error")
				.permitAll()
				.anyRequest()
				.authenticated())
			.addFilterBefore(new CompteActuelFilter(comptes), AuthorizationFilter.class)
			.authenticationProvider(authentication)
			.formLogin((page) -> page.loginPage("/connexion").defaultSuccessUrl("/", true))
			.httpBasic(Customizer.withDefaults())
			.logout((page) -> page.logoutUrl("/deconnexion").logoutSuccessUrl("/connexion?deconnecte"))
			.headers((entetes) -> entetes.contentSecurityPolicy((csp) -> csp.policyDirectives(CSP)))
			.build();
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new ReserveInterceptor()).excludePathPatterns("/connexion", "/error");
	}

}
