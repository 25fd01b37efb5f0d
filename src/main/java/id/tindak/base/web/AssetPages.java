package id.tindak.base.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/** Serves stylesheets and pictures. */
@Controller
class AssetPages {

    @GetMapping("/aset/{file}")
    @Access(value = Access.Who.PUBLIC, platform = true)
    ResponseEntity<byte[]> asset(@PathVariable String file, WebRequest request) {
        Assets.Asset asset = Assets.find(file);
        if (asset == null) throw Problem.notFound();
        // a page from before an update may ask for an older hash: it gets what there is, but not for ever
        boolean exact = asset.path().endsWith("/" + file);
        CacheControl cache =
                exact ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable() : CacheControl.noCache();
        HttpHeaders headers = new HttpHeaders();
        headers.setCacheControl(cache);
        headers.set("Content-Type", asset.type());
        // weak: what carries a strong one is never compressed on its way
        String tag = "W/\"" + asset.hash() + "\"";
        headers.setETag(tag);
        if (request.checkNotModified(tag))
            return new ResponseEntity<>(headers, org.springframework.http.HttpStatus.NOT_MODIFIED);
        return new ResponseEntity<>(asset.bytes(), headers, org.springframework.http.HttpStatus.OK);
    }

    /** Browsers ask for it unbidden. */
    @GetMapping("/favicon.ico")
    @Access(value = Access.Who.PUBLIC, platform = true)
    ResponseEntity<byte[]> icon(WebRequest request) {
        return asset("tindak.svg", request);
    }

    /** Only the public pages are for search engines. */
    @GetMapping("/robots.txt")
    @Access(value = Access.Who.PUBLIC, platform = true)
    ResponseEntity<String> robots() {
        return ResponseEntity.ok()
                .header("Content-Type", "text/plain")
                .body("User-agent: *\nDisallow: /*/lacak\nDisallow: /lacak\n");
    }
}
