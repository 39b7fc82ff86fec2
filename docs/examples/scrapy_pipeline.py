"""Scrapy: an item pipeline that cleans an article and keeps what newslint says of it."""

import newslint


class NewslintPipeline:
    def open_spider(self, spider=None):
        self.linter = newslint.Linter()

    def process_item(self, item, spider=None):
        report = self.linter.lint(item["body"], path=item["url"], date=item.get("published"))
        item["body"] = self.linter.fix(item["body"], path=item["url"])
        item["findings"] = report.to_dict()["findings"]
        return item
