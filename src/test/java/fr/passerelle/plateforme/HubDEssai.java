package fr.passerelle.plateforme;

import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/** The ground alone, without web nor routes, to be started for real. */
@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
@ComponentScan(basePackageClasses = Maison.class)
class HubDEssai {

	static final String PRET = "HUB PRET";

	public static void main(String[] args) {
		application().run(args);
		System.out.println(PRET);
	}

	static ConfigurableApplicationContext start(Map<String, Object> settings) {
		return application().run(settings.entrySet()
			.stream()
			.map((setting) -> "--" + setting.getKey() + "=" + setting.getValue())
			.toArray(String[]::new));
	}

	private static SpringApplication application() {
		SpringApplication application = new SpringApplication(HubDEssai.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		return application;
	}

}
